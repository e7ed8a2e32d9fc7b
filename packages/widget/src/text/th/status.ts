import { counter } from '../counter.ts';
import type { StatusWords } from '../messages.ts';

const count = counter('th');

const starts = {
  purchase: 'ยังไม่เริ่มนับอายุการใช้งาน',
  install: 'เริ่มนับอายุการใช้งานเมื่อติดตั้ง',
  'first-use': 'เริ่มนับอายุการใช้งานเมื่อใช้ครั้งแรก',
};

export const status: StatusWords = {
  tag: 'th',
  loading: 'กำลังค้นหาซิมของคุณ',
  short: {
    unknown: () => 'ยังไม่ยืนยัน',
    'not-started': () => 'ยังไม่เริ่ม',
    active: () => 'ใช้งานได้',
    'due-soon': ({ days }) => (days === 0 ? 'หมดอายุวันนี้' : count(days, { other: 'เหลือ # วัน' })),
    'due-now': ({ hours }) => (hours < 1 ? 'เหลือไม่ถึง 1 ชั่วโมง' : count(hours, { other: 'เหลือ # ชั่วโมง' })),
    grace: ({ works }) => (works ? 'หมดอายุ แต่ยังใช้ได้' : 'หมดอายุ แต่ต่ออายุได้'),
    expired: () => 'หมดอายุแล้ว',
    terminated: () => 'หมายเลขถูกยกเลิก',
    suspended: () => 'ระงับชั่วคราว',
    revoked: () => 'ถูกเพิกถอนแล้ว',
  },
  long: {
    unknown: ({ date }) => `ระบุว่าใช้ได้ถึงวันที่ ${date} แต่ช่วงนี้เรายังยืนยันวันที่นี้ไม่ได้`,
    'not-started': ({ startsOn }) => starts[startsOn],
    active: ({ date }) => `คุณใช้บริการได้ถึงวันที่ ${date}`,
    'due-soon': ({ date }) => `บริการจะหยุดในวันที่ ${date} โปรดต่ออายุก่อนหน้านั้นเพื่อใช้งานต่อเนื่อง`,
    'due-now': ({ date, time }) => `บริการจะหยุดในวันที่ ${date} เวลา ${time} โปรดต่ออายุก่อนหน้านั้นเพื่อใช้งานต่อเนื่อง`,
    grace: ({ works, date, graceDate }) =>
      works
        ? `แพ็กเกจหมดอายุเมื่อวันที่ ${date} ซิมยังใช้ได้ถึงวันที่ ${graceDate}`
        : `แพ็กเกจหมดอายุเมื่อวันที่ ${date} และซิมใช้เน็ตไม่ได้แล้ว โปรดต่ออายุภายในวันที่ ${graceDate} เพื่อกลับมาออนไลน์`,
    expired: ({ date, keepDate }) =>
      keepDate === null
        ? `แพ็กเกจหมดอายุเมื่อวันที่ ${date} ต่ออายุเพื่อกลับมาออนไลน์`
        : `แพ็กเกจหมดอายุเมื่อวันที่ ${date} ต่ออายุภายในวันที่ ${keepDate} เพื่อเก็บหมายเลขของคุณไว้`,
    terminated: ({ date }) => `แพ็กเกจหมดอายุเมื่อวันที่ ${date} และหมายเลขถูกยกเลิกแล้ว ซิมนี้ต่ออายุไม่ได้ คุณต้องใช้ซิมใหม่`,
    suspended: () => 'ผู้ให้บริการระงับซิมนี้ชั่วคราว สอบถามเหตุผลได้จากฝ่ายช่วยเหลือ',
    revoked: () => 'ผู้ให้บริการเพิกถอนซิมนี้แล้ว สอบถามเหตุผลได้จากฝ่ายช่วยเหลือ',
  },
  activeUntil: (date) => `ใช้ได้ถึง ${date}`,
  asOf: (said, day) => `${said} (ข้อมูล ณ ${day})`,
  unreadable: {
    short: 'ยังไม่ยืนยัน',
    long: 'ขณะนี้เราบอกไม่ได้ว่าซิมนี้ใช้ได้ถึงเมื่อใด โปรดลองอีกครั้งภายหลัง หรือสอบถามฝ่ายช่วยเหลือ',
  },
  devices: {
    phone: 'โทรศัพท์',
    tablet: 'แท็บเล็ต',
    watch: 'นาฬิกา',
    laptop: 'แล็ปท็อป',
    router: 'เราเตอร์',
    other: 'อุปกรณ์อื่น',
  },
  expires: 'หมดอายุ',
  ended: 'หมดอายุแล้วเมื่อ',
  exact: (moment, zone) => `${moment} (${zone})`,
  dataLeft: (left, total, asOf) => `เน็ตเหลือ ${left} จาก ${total}${asOf === null ? '' : ` (ข้อมูล ณ ${asOf})`}`,
  underWay: 'ซิมนี้เริ่มต่ออายุไว้แล้ว ทำต่อเพื่อดูความคืบหน้า',
  renew: 'ต่ออายุ',
  resume: 'ทำรายการต่อ',
  reminder: 'เตือนฉัน',
  bar: (start, end, state, next) =>
    `ใช้ได้ตั้งแต่ ${start} ถึง ${end}: ${state}${next.map((day) => `, รอบถัดไปเริ่ม ${day}`).join('')}`,
};
