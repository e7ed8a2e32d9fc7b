export { noticeTime } from './notice-time.ts';
export { noticeDays, reminderFile, type Notice, type Reminder } from './reminder-file.ts';
