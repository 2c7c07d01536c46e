import { Alert } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useHealth } from '../api/queries.ts';
import { texts } from '../texts.ts';

/** Says when the server or its database is gone, and loads again what failed meanwhile once it is back. */
export function ConnectionBanner() {
  const client = useQueryClient();
  const health = useHealth();
  const wasDown = useRef(false);
  const isDown = health.isError || health.data?.store.status === 'unavailable';

  useEffect(() => {
    if (wasDown.current && !isDown) {
      void client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'health' });
    }
    wasDown.current = isDown;
  }, [client, isDown]);

  if (!isDown) return null;
  const store = health.isError ? undefined : health.data?.store;
  return (
    <Alert
      className="banner"
      color="orange"
      variant="light"
      role="alert"
      icon={<IconPlugConnectedX />}
      title={store ? texts.connection.store : texts.connection.lost}
    >
      {store ? texts.connection.storeDetail(store.detail) : texts.connection.lostDetail}
    </Alert>
  );
}
