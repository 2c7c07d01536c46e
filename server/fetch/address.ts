/** Which addresses may be asked: public ones. Everything else is inside somebody's network. */
import { lookup as dnsLookup } from 'node:dns';
import type { LookupAddress, LookupOptions } from 'node:dns';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { Rejection } from '../../ingest/rejection.ts';

/** Whether an IP address is anybody's on the internet: not loopback, link-local, private, shared, mapped, reserved. */
export function isPublic(ip: string): boolean {
  if (!ipaddr.isValid(ip)) return false;
  const address = ipaddr.parse(ip);
  if (address instanceof ipaddr.IPv6 && address.isIPv4MappedAddress()) return false;
  return address.range() === 'unicast';
}

export type Allows = (ip: string) => boolean;

/** @throws Rejection when the address is no web address, or names an IP address that may not be asked. */
export function checkUrl(address: string, allows: Allows): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:'))
    throw new Rejection(
      'INVALID',
      `"${address.slice(0, 200)}" is no web address; only http and https are fetched`,
    );
  if (url.username !== '' || url.password !== '')
    throw new Rejection('INVALID', 'addresses with a user name or password are not fetched');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // A name is checked when it is looked up; a number is never looked up.
  if (isIP(host) !== 0 && !allows(host)) throw inside(host);
  return url;
}

const inside = (host: string): Rejection =>
  new Rejection(
    'INVALID',
    `${host} lies inside a private network or this machine; only public addresses are fetched`,
  );

type Callback = (error: Error | null, address: string | LookupAddress[], family?: number) => void;

/**
 * Looks a name up for the connection itself, so that what is checked is what is connected to: a name that points inside,
 * or that changes between a check and a connection, gets nowhere.
 */
export const guardedLookup =
  (allows: Allows) =>
  (hostname: string, options: LookupOptions, callback: Callback): void => {
    dnsLookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, []);
      const refused = addresses.find(({ address }) => !allows(address));
      if (refused || addresses.length === 0) return callback(inside(hostname), []);
      const [first] = addresses;
      if (options.all) callback(null, addresses);
      else callback(null, first!.address, first!.family);
    });
  };
