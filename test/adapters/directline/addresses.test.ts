import { describe, expect, it } from 'vitest';
import { clientAddress } from '../../../adapters/botframework/directline/client-address.ts';
import { originAllowed, ownOrigin } from '../../../adapters/botframework/directline/origin.ts';

describe('client address', () => {
  const of = (peer: string | undefined, forwarded?: string, trust = false) =>
    clientAddress(new Headers(forwarded ? { 'x-forwarded-for': forwarded } : {}), peer, trust);

  it('is the socket’s, unless a trusted proxy says otherwise', () => {
    expect(of('192.0.2.1', '198.51.100.9')).toBe('192.0.2.1');
    expect(of('192.0.2.1', '1.1.1.1, 198.51.100.9', true)).toBe('198.51.100.9');
    expect(of('192.0.2.1', undefined, true)).toBe('192.0.2.1');
    expect(of(undefined)).toBe('unknown');
  });

  it('counts IPv6 by /64 however it is written, and mapped IPv4 as IPv4', () => {
    const same = ['2001:db8:1:2::1', '2001:DB8:1:2:ffff:0:0:9', '2001:0db8:0001:0002::'];
    expect(new Set(same.map((address) => of(address)))).toEqual(new Set(['2001:db8:1:2']));
    expect(of('2001:db8:1:3::1')).not.toBe(of('2001:db8:1:2::1'));
    expect(of('::1')).toBe('0:0:0:0');
    expect(of('::ffff:192.0.2.1')).toBe('192.0.2.1');
  });
});

describe('W-4: origins', () => {
  it('our own is the public address, else the host, with the scheme that the browser used', () => {
    const request = { host: 'soudan.test:8080', forwardedProto: 'https', secure: false };
    expect(ownOrigin({ ...request, publicUrl: 'https://public.example/x' })).toBe('https://public.example');
    expect(ownOrigin(request)).toBe('http://soudan.test:8080');
    expect(ownOrigin({ ...request, trustProxy: true })).toBe('https://soudan.test:8080');
    expect(ownOrigin({ ...request, secure: true, forwardedProto: undefined })).toBe(
      'https://soudan.test:8080',
    );
  });

  it('compares whole origins, never parts of them', () => {
    const own = 'https://soudan.example';
    for (const origin of [
      'https://soudan.example.evil.example',
      'http://soudan.example',
      'https://soudan.example:444',
      'null',
      '',
    ])
      expect(originAllowed(origin, own, ['https://a.example'])).toBe(false);
    for (const origin of [undefined, own, 'https://a.example'])
      expect(originAllowed(origin, own, ['https://a.example'])).toBe(true);
  });
});
