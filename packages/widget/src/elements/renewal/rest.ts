import '../checkout-panel/define.ts';
import '../plan-picker/define.ts';
import '../receipt/define.ts';

export { saveReminder } from './save-reminder.ts';
