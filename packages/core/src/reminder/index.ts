export { noticeDays, reminderFile, type Notice, type Reminder } from './reminder-file.ts';
