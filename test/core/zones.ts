/** Zones whose clocks do what breaks calendars. */
export const hardZones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Shanghai',
  'Asia/Kathmandu', // A quarter of an hour off.
  'Australia/Sydney',
  'Australia/Lord_Howe', // Changes by half an hour.
  'Pacific/Chatham', // A quarter of an hour off, and changes at a quarter to three.
  'Pacific/Apia', // Had no 30 December 2011.
  'America/Sao_Paulo', // Changed at midnight until 2019.
  'Africa/Casablanca', // Goes back for Ramadan.
  'Antarctica/Troll', // Changes by two hours.
] as const;
