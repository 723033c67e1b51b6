/*
 * Where the customer's night is, from the ship-to address. A country with several zones is told apart by its
 * provinces where Shopify has them; otherwise its most populous zone stands for it. Unknown: the shop's own zone.
 */
const COUNTRY: Readonly<Record<string, string>> = {
  AR: 'America/Argentina/Buenos_Aires',
  AT: 'Europe/Vienna',
  AU: 'Australia/Sydney',
  BE: 'Europe/Brussels',
  BG: 'Europe/Sofia',
  BR: 'America/Sao_Paulo',
  CA: 'America/Toronto',
  CH: 'Europe/Zurich',
  CL: 'America/Santiago',
  CN: 'Asia/Shanghai',
  CO: 'America/Bogota',
  CZ: 'Europe/Prague',
  DE: 'Europe/Berlin',
  DK: 'Europe/Copenhagen',
  EE: 'Europe/Tallinn',
  ES: 'Europe/Madrid',
  FI: 'Europe/Helsinki',
  FR: 'Europe/Paris',
  GB: 'Europe/London',
  GR: 'Europe/Athens',
  HK: 'Asia/Hong_Kong',
  HR: 'Europe/Zagreb',
  HU: 'Europe/Budapest',
  ID: 'Asia/Jakarta',
  IE: 'Europe/Dublin',
  IL: 'Asia/Jerusalem',
  IN: 'Asia/Kolkata',
  IS: 'Atlantic/Reykjavik',
  IT: 'Europe/Rome',
  JP: 'Asia/Tokyo',
  KR: 'Asia/Seoul',
  LT: 'Europe/Vilnius',
  LU: 'Europe/Luxembourg',
  LV: 'Europe/Riga',
  MX: 'America/Mexico_City',
  MY: 'Asia/Kuala_Lumpur',
  NL: 'Europe/Amsterdam',
  NO: 'Europe/Oslo',
  NZ: 'Pacific/Auckland',
  PE: 'America/Lima',
  PH: 'Asia/Manila',
  PL: 'Europe/Warsaw',
  PT: 'Europe/Lisbon',
  RO: 'Europe/Bucharest',
  RU: 'Europe/Moscow',
  SA: 'Asia/Riyadh',
  SE: 'Europe/Stockholm',
  SG: 'Asia/Singapore',
  SI: 'Europe/Ljubljana',
  SK: 'Europe/Bratislava',
  TH: 'Asia/Bangkok',
  TR: 'Europe/Istanbul',
  TW: 'Asia/Taipei',
  UA: 'Europe/Kyiv',
  AE: 'Asia/Dubai',
  US: 'America/New_York',
  VN: 'Asia/Ho_Chi_Minh',
  ZA: 'Africa/Johannesburg',
};

const byProvince = (zones: Readonly<Record<string, string>>): Map<string, string> =>
  new Map(
    Object.entries(zones).flatMap(([zone, codes]) =>
      codes.split(' ').map((code) => [code, zone] as const),
    ),
  );

const PROVINCES: Readonly<Record<string, Map<string, string>>> = {
  US: byProvince({
    'America/Chicago': 'AL AR IA IL KS LA MN MO MS ND NE OK SD TN TX WI',
    'America/Denver': 'CO ID MT NM UT WY',
    'America/Phoenix': 'AZ',
    'America/Los_Angeles': 'CA NV OR WA',
    'America/Anchorage': 'AK',
    'Pacific/Honolulu': 'HI',
    'America/Puerto_Rico': 'PR VI',
    'Pacific/Guam': 'GU MP',
    'Pacific/Pago_Pago': 'AS',
  }),
  CA: byProvince({
    'America/St_Johns': 'NL',
    'America/Halifax': 'NB NS PE',
    'America/Winnipeg': 'MB',
    'America/Regina': 'SK',
    'America/Edmonton': 'AB NT',
    'America/Vancouver': 'BC',
    'America/Whitehorse': 'YT',
    'America/Iqaluit': 'NU',
  }),
  AU: byProvince({
    'Australia/Brisbane': 'QLD',
    'Australia/Adelaide': 'SA',
    'Australia/Darwin': 'NT',
    'Australia/Perth': 'WA',
    'Australia/Hobart': 'TAS',
  }),
  BR: byProvince({
    'America/Manaus': 'AM RO RR',
    'America/Cuiaba': 'MT MS',
    'America/Rio_Branco': 'AC',
  }),
  MX: byProvince({
    'America/Tijuana': 'BC',
    'America/Hermosillo': 'SON',
    'America/Cancun': 'Q ROO',
  }),
};

/** An IANA zone for a ship-to address; `fallback` (the shop's zone) where it isn't known. */
export function customerZone(
  address: { readonly countryCode: string | null; readonly provinceCode: string | null },
  fallback: string,
): string {
  const { countryCode, provinceCode } = address;
  if (countryCode === null) return fallback;
  const province = provinceCode === null ? undefined : PROVINCES[countryCode]?.get(provinceCode);
  return province ?? COUNTRY[countryCode] ?? fallback;
}
