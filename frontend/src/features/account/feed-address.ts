/** 256 bits as base64url, 43 characters: whoever has the address reads the calendar, so it must not be guessed. */
export function newFeedToken(random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array = (bytes) => crypto.getRandomValues(bytes)): string {
  const bytes = random(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** Where a calendar program fetches it. */
export const feedAddress = (origin: string, token: string): string => `${origin}/api/calendar/${token}.ics`;
