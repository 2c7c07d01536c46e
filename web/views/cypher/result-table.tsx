import { Button, Table } from '@mantine/core';
import { useState } from 'react';
import type { GraphResponse } from '../../../server/contract.ts';
import { texts } from '../../texts.ts';
import { Cell } from './cell.tsx';

const PAGE = 200;

/** Rows as they came; long results a page at a time. */
export function ResultTable({ result }: { readonly result: GraphResponse }) {
  const [shown, setShown] = useState(PAGE);
  const left = result.rows.length - shown;
  return (
    <div className="cypher-rows" tabIndex={0} role="region" aria-label={texts.console.rows}>
      <Table stickyHeader verticalSpacing={4} fz="sm">
        <Table.Thead>
          <Table.Tr>
            {result.columns.map((column) => (
              <Table.Th key={column} scope="col">
                {column}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {result.rows.slice(0, shown).map((row, at) => (
            <Table.Tr key={at}>
              {row.map((value, column) => (
                <Table.Td key={column}>
                  <Cell value={value} />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {left > 0 && (
        <Button variant="default" size="xs" onClick={() => setShown(shown + PAGE)}>
          {texts.console.more(Math.min(left, PAGE))}
        </Button>
      )}
    </div>
  );
}
