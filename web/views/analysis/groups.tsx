import { Text, Title } from '@mantine/core';
import { NodeLink } from '../../panels/node-link.tsx';
import { texts } from '../../texts.ts';

/** Members of a group that are named; the rest are counted. */
const NAMED = 40;
const GROUPS = 24;

interface Props {
  readonly groups: readonly (readonly string[])[];
  readonly title: (number: number) => string;
  readonly nameOf: (id: string) => string;
}

/** Groups of actors, each a card of names. */
export function Groups({ groups, title, nameOf }: Props) {
  return (
    <>
      <div className="groups">
        {groups.slice(0, GROUPS).map((members, index) => (
          <section key={members[0]} className="group" aria-label={title(index + 1)}>
            <Title order={3} size="h6">
              {title(index + 1)}{' '}
              <Text component="span" size="xs" c="dimmed">
                {texts.analysis.members(members.length)}
              </Text>
            </Title>
            <ul className="plain members">
              {members.slice(0, NAMED).map((id) => (
                <li key={id}>
                  <NodeLink id={id} name={nameOf(id)} />
                </li>
              ))}
            </ul>
            {members.length > NAMED && (
              <Text size="xs" c="dimmed">
                {texts.analysis.more(members.length - NAMED)}
              </Text>
            )}
          </section>
        ))}
      </div>
      {groups.length > GROUPS && (
        <Text size="xs" c="dimmed">
          {texts.analysis.cut(GROUPS, groups.length)}
        </Text>
      )}
    </>
  );
}
