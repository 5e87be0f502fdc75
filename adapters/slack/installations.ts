import { DeliveryError } from '../../bot/errors.ts';
import type { SlackAddress } from './address.ts';

/** One team's (or organisation's) installation of the app. Secret: stored encrypted. */
export interface SlackInstallation {
  readonly botToken: string;
  readonly botUserId?: string;
}

/** Where installations are kept, by team id (or organisation id). */
export interface Installations {
  read(team: string): Promise<SlackInstallation | undefined>;
  /** `undefined` forgets the team (uninstalled, tokens revoked). */
  write(team: string, installation: SlackInstallation | undefined): Promise<void>;
}

/** The token for an address. Throws DeliveryError: final when the app is not installed there, again when the store fails. */
export type TokenOf = (address: Pick<SlackAddress, 'team' | 'enterprise'>) => Promise<string>;

/** Tokens of the store, and the one of the settings for teams that are not in it. */
export function createTokenOf(
  installations: Installations | undefined,
  botToken: string | undefined,
): TokenOf {
  return async ({ team, enterprise }) => {
    let found: SlackInstallation | undefined;
    try {
      found =
        (await installations?.read(team)) ?? (enterprise ? await installations?.read(enterprise) : undefined);
    } catch (error) {
      throw new DeliveryError(
        'slack_installations',
        'The Slack installations cannot be read: look at the store.',
        {
          retry: true,
          cause: error,
        },
      );
    }
    const token = found?.botToken ?? botToken;
    if (token === undefined)
      throw new DeliveryError(
        'slack_not_installed',
        'The app is not installed in this Slack team (any more).',
        {
          retry: false,
        },
      );
    return token;
  };
}
