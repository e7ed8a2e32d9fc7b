import { counter } from '../counter.ts';
import type { JourneyWords } from '../messages.ts';
import { problem } from './problem.ts';

const count = counter('th');

export const journey: JourneyWords = {
  tag: 'th',
  label: 'ต่ออายุซิมของคุณ',
  cards: 'ซิมของคุณ',
  noCards: 'ไม่มีซิมในบัญชีนี้',
  search: 'ค้นหาซิมด้วยชื่อ ภูมิภาค หรือเลขสี่ตัวท้าย',
  found: (found, all) =>
    found === 0
      ? count(all, { other: 'ไม่พบชื่อนี้ในซิม # ซิมของคุณ' })
      : `${count(found, { other: 'พบ #' })} ${count(all, { other: 'จาก # ซิม' })}`,
  showAll: 'แสดงซิมทั้งหมด',
  showMore: (more) => count(more, { other: 'แสดงอีก # ซิม' }),
  receipts: 'ใบเสร็จ',
  receiptsOf: (label) => `ใบเสร็จของ ${label}`,
  signOut: 'ออกจากระบบ',
  allCards: 'ซิมทั้งหมด',
  linkOpened: 'คุณเปิดลิงก์สำหรับต่ออายุซิมนี้',
  everything: 'เข้าสู่ระบบเพื่อดูทั้งหมด',
  signInToKnow: 'อาจมีการชำระเงินของคุณที่กำลังดำเนินการอยู่ โปรดเข้าสู่ระบบเพื่อดูผล',
  loading: 'กำลังโหลด',
  notLoaded: 'โหลดส่วนนี้ของหน้าไม่ได้',
  notLoadedNext: 'ไม่มีอะไรสูญหาย ลองอีกครั้ง หรือโหลดหน้าใหม่',
  retry: 'ลองอีกครั้ง',
  close: 'ปิด',
  sending: 'กำลังส่งการชำระเงินของคุณ หน้าต่างนี้จะเปิดไว้จนกว่าจะเสร็จ',
  charged: {
    no: 'ไม่มีการเรียกเก็บเงิน',
    unknown: 'เราไม่ทราบว่าคุณถูกเรียกเก็บเงินแล้วหรือไม่ โปรดสอบถามฝ่ายช่วยเหลือก่อนชำระเงินอีกครั้ง',
    yes: 'เราได้รับการชำระเงินของคุณแล้ว โปรดสอบถามฝ่ายช่วยเหลือก่อนชำระเงินอีกครั้ง',
  },
  reminderSummary: (label) => `${label} หมดอายุ`,
  reminderText: (label, date) => `${label} ใช้ได้ถึงวันที่ ${date} โปรดต่ออายุก่อนหน้านั้นเพื่อใช้งานต่อเนื่อง`,
  reminderNotice: (label, days) => `${label} ${count(days, { other: 'จะหมดอายุในอีก # วัน' })}`,
  problem,
};
