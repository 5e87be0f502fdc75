import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type ConfigurationBotFrameworkAuthenticationOptions,
  ConfigurationServiceClientCredentialFactory,
} from 'botbuilder';

/** What makes credentials for calls to a connector: botbuilder's own by default; a test gives another. */
export type CredentialsFactory = ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[1];

/** Settings of the cloud. `appId` empty: no authentication at all. */
export interface CloudOptions {
  readonly appId: string;
  readonly appPassword: string;
  /** Directory of a single-tenant bot; without it the bot is multi-tenant. */
  readonly tenantId?: string;
  /** Addresses of another cloud; default: Azure's public one. */
  readonly endpoints?: ConfigurationBotFrameworkAuthenticationOptions;
  readonly credentials?: CredentialsFactory;
}

function authenticationOf({ appId, appPassword, tenantId, endpoints, credentials }: CloudOptions) {
  const identity = {
    MicrosoftAppId: appId,
    MicrosoftAppPassword: appPassword,
    MicrosoftAppType: tenantId === undefined ? 'MultiTenant' : 'SingleTenant',
    ...(tenantId === undefined ? {} : { MicrosoftAppTenantId: tenantId }),
  };
  return new ConfigurationBotFrameworkAuthentication(
    endpoints ?? {},
    credentials ?? new ConfigurationServiceClientCredentialFactory(identity),
  );
}

/**
 * botbuilder's CloudAdapter, of which two parts are used: it authenticates requests and makes connector clients. Its turn
 * (which sends while it runs, and writes errors to the console) is not: our inbox and outbox stand in between.
 */
export class Cloud extends CloudAdapter {
  readonly #appId: string;
  readonly #connectors = new Map<string, ReturnType<Cloud['makeConnector']>>();

  constructor(options: CloudOptions) {
    super(authenticationOf(options));
    this.#appId = options.appId;
  }

  /** Proves that `activity` comes from its channel, for this bot, with this `serviceUrl`. Rejects otherwise. */
  async authenticate(activity: Readonly<Record<string, unknown>>, header: string): Promise<void> {
    await this.botFrameworkAuthentication.authenticateRequest(activity as unknown as Activity, header);
  }

  /** The client of the connector at `serviceUrl`, made once. */
  connector(serviceUrl: string): ReturnType<Cloud['makeConnector']> {
    const known = this.#connectors.get(serviceUrl);
    if (known) return known;
    const made = this.makeConnector(serviceUrl);
    this.#connectors.set(serviceUrl, made);
    made.catch(() => this.#connectors.delete(serviceUrl));
    return made;
  }

  private async makeConnector(serviceUrl: string) {
    const identity = this.createClaimsIdentity(this.#appId);
    const factory = this.botFrameworkAuthentication.createConnectorFactory(identity);
    const client = await factory.create(serviceUrl, '');
    // The client repeats posts on its own, which would show a message twice; the outbox repeats, with its own memory.
    const pipeline: unknown = Reflect.get(Reflect.get(client, 'client') ?? {}, 'pipeline');
    const remove: unknown =
      typeof pipeline === 'object' && pipeline ? Reflect.get(pipeline, 'removePolicy') : undefined;
    if (typeof remove !== 'function')
      throw new TypeError(
        'This version of botbuilder keeps its pipeline elsewhere: adapt adapters/botframework/cloud.ts.',
      );
    for (const name of ['defaultRetryPolicy', 'throttlingRetryPolicy']) remove.call(pipeline, { name });
    return client;
  }
}
