import { counter } from '../counter.ts';
import type { PlanWords } from '../messages.ts';

const count = counter('th');

const when = (date: string | null): string => (date === null ? '' : ` ต่ออายุได้ตั้งแต่ ${date}`);

const each = { month: 'เดือน', day: 'วัน' };

export const plans: PlanWords = {
  tag: 'th',
  title: 'เลือกแพ็กเกจ',
  loading: 'กำลังค้นหาแพ็กเกจ',
  none: 'ขณะนี้ยังไม่มีแพ็กเกจสำหรับซิมนี้',
  unreadable: 'ขณะนี้แสดงแพ็กเกจไม่ได้ โปรดลองอีกครั้งภายหลัง หรือสอบถามฝ่ายช่วยเหลือ',
  currency: 'สกุลเงิน',
  current: 'แพ็กเกจปัจจุบัน',
  perMonth: (price) => `${price}/เดือน`,
  save: (percent) => `ประหยัด ${percent}`,
  comparedWith: (name, times) => `เทียบกับ ${name} × ${times}`,
  allowance: (amount, per) => (per === 'term' ? amount : `${amount} ต่อ${each[per]}`),
  unlimited: 'เน็ตไม่จำกัด',
  newEnd: (date) => `ใช้ได้ถึง ${date}`,
  startsNow: 'แพ็กเกจนี้เริ่มทันที',
  losesDays: (days) => count(days, { other: 'คุณจะเสียวันใช้งานที่ชำระเงินไว้แล้ว # วัน' }),
  refused: {
    terminated: () => 'หมายเลขของซิมนี้ถูกยกเลิกแล้ว จึงต่ออายุไม่ได้',
    'would-shorten': () => 'ซิมของคุณใช้ได้นานกว่าแพ็กเกจนี้อยู่แล้ว',
    'beyond-horizon': (date) => `หากต่ออายุ วันหมดอายุจะไกลเกินกำหนด${when(date)}`,
    'not-open-yet': (date) => `ยังเร็วเกินไปที่จะต่ออายุด้วยแพ็กเกจนี้${when(date)}`,
    'closed-until': (date) => `ขณะนี้ปิดรับการต่ออายุ${when(date)}`,
    'max-stacked': (date) => `ซิมของคุณมีแพ็กเกจที่รอเริ่มครบจำนวนแล้ว${when(date)}`,
    suspended: () => 'ผู้ให้บริการระงับซิมนี้ชั่วคราว',
    revoked: () => 'ผู้ให้บริการเพิกถอนซิมนี้แล้ว',
    'other-family': () => 'แพ็กเกจนี้ใช้กับซิมของคุณไม่ได้',
    'not-sold': () => 'ขณะนี้ผู้ให้บริการไม่ได้ขายแพ็กเกจนี้สำหรับซิมของคุณ',
  },
  next: (name) => `ทำต่อด้วย ${name}`,
  choose: 'เลือกแพ็กเกจเพื่อทำต่อ',
  busy: 'กำลังดึงราคา',
  best: 'เหมาะกับคุณ',
  need: 'คุณต้องใช้นานเท่าใด',
  needDays: 'จำนวนวันนับจากวันนี้',
  needUntil: 'หรือถึงวันที่',
  needCovered: (date) => `อายุที่มีอยู่เพียงพอแล้ว ซิมของคุณใช้ได้ถึง ${date}`,
  needMet: (name, date) => `${name} ราคาต่ำที่สุดในบรรดาแพ็กเกจที่นานพอ ใช้ได้ถึง ${date}`,
  needTooLong: (name, date, days) =>
    `ไม่มีแพ็กเกจที่นานขนาดนั้น ที่ใกล้เคียงที่สุดคือ ${name} ใช้ได้ถึง ${date} ${count(days, { other: 'ขาดอีก # วัน' })}`,
  columns: { plan: 'แพ็กเกจ', data: 'เน็ต', included: 'รวม', end: 'ใช้ได้ถึง', price: 'ราคา' },
};
