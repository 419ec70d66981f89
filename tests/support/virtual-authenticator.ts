import type { Page } from 'playwright-core';

/** A device with passkeys that a real Chromium believes to be built in, held by whoever unlocks it. */
export interface Device {
  /** Whether its holder can unlock it from now on. */
  unlocks(can: boolean): Promise<void>;
  /** How many passkeys it holds. */
  held(): Promise<number>;
}

/** Gives a page such a device (WebDriver: Virtual Authenticators, by way of the Chrome DevTools Protocol). */
export async function withDevice(page: Page): Promise<Device> {
  const client = await page.context().newCDPSession(page);
  await client.send('WebAuthn.enable');
  const { authenticatorId } = await client.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    unlocks: async (can) => {
      await client.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: can });
    },
    held: async () => (await client.send('WebAuthn.getCredentials', { authenticatorId })).credentials.length,
  };
}
