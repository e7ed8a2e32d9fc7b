import type { Seller } from '@leb-renew/core';

export const seller: Seller = {
  name: 'Harbour SIM Ltd',
  address: '1 Harbour Street, Singapore 048622',
  taxId: 'SG-201912345K',
  support: 'mailto:help@harbour-sim.example',
  termsUrl: 'https://harbour-sim.example/terms',
};
