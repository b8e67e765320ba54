import { open, seal } from "@studio/kit/crypto/seal.js";
import type { FieldValue } from "../contact-field/field-value.policy.js";

/** What a contact's data key is wrapped under; another subgraph that opens it uses the same words. */
export function dataKeyContext(accountId: string, contactId: string): string {
  return `contact:${accountId}:${contactId}`;
}

/** Where a sealed value belongs: it opens for no other account, contact or field. */
function valueContext(accountId: string, contactId: string, field: string): string {
  return `contact:${accountId}:${contactId}:${field}`;
}

const PHONE = "phone";

/** A phone number under the contact's data key. */
export function sealPhone(key: Uint8Array, accountId: string, contactId: string, phone: string): Buffer {
  return seal(key, phone, valueContext(accountId, contactId, PHONE));
}

/** @throws SealBroken if the bytes belong to another contact */
export function openPhone(key: Uint8Array, accountId: string, contactId: string, sealed: Uint8Array): string {
  return open(key, sealed, valueContext(accountId, contactId, PHONE)).toString("utf8");
}

/** A custom value under the contact's data key, as the base64 text that `sealed_custom` keeps. */
export function sealValue(
  key: Uint8Array,
  accountId: string,
  contactId: string,
  fieldId: string,
  value: FieldValue,
): string {
  return seal(key, JSON.stringify(value), valueContext(accountId, contactId, fieldId)).toString("base64");
}

/** @throws SealBroken if the value belongs to another contact or field */
export function openValue(
  key: Uint8Array,
  accountId: string,
  contactId: string,
  fieldId: string,
  sealed: string,
): FieldValue {
  const plain = open(key, Buffer.from(sealed, "base64"), valueContext(accountId, contactId, fieldId));
  return JSON.parse(plain.toString("utf8")) as FieldValue;
}
