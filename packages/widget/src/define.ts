import './elements/checkout-panel/define.ts';
import './elements/payment-form/define.ts';
import './elements/plan-picker/define.ts';
import './elements/receipt/define.ts';
import './elements/renewal/define.ts';
import './elements/sign-in/define.ts';
import './elements/status-badge/define.ts';
