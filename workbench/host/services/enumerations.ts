// Google's enumerations that the local host knows.

import { Enumeration } from '../service.ts';

export const WRAP_STRATEGY = new Enumeration('WrapStrategy', ['WRAP', 'OVERFLOW', 'CLIP']);
export const BORDER_STYLE = new Enumeration('BorderStyle', [
  'DOTTED',
  'DASHED',
  'SOLID',
  'SOLID_MEDIUM',
  'SOLID_THICK',
  'DOUBLE',
]);
export const PROTECTION_TYPE = new Enumeration('ProtectionType', ['RANGE', 'SHEET']);
export const DIMENSION = new Enumeration('Dimension', ['COLUMNS', 'ROWS']);
export const DATA_VALIDATION_CRITERIA = new Enumeration('DataValidationCriteria', [
  'VALUE_IN_LIST',
  'VALUE_IN_RANGE',
  'CUSTOM_FORMULA',
  'CHECKBOX',
  'DATE_IS_VALID_DATE',
  'DATE_AFTER',
  'DATE_BEFORE',
  'DATE_BETWEEN',
  'DATE_EQUAL_TO',
  'DATE_ON_OR_AFTER',
  'DATE_ON_OR_BEFORE',
]);
export const BOOLEAN_CRITERIA = new Enumeration('BooleanCriteria', ['CUSTOM_FORMULA']);
export const BUTTON_SET = new Enumeration('ButtonSet', ['OK', 'OK_CANCEL', 'YES_NO', 'YES_NO_CANCEL']);
export const BUTTON = new Enumeration('Button', ['CLOSE', 'OK', 'CANCEL', 'YES', 'NO']);
export const AUTH_MODE = new Enumeration('AuthMode', ['NONE', 'CUSTOM_FUNCTION', 'LIMITED', 'FULL']);
export const SANDBOX_MODE = new Enumeration('SandboxMode', ['EMULATED', 'IFRAME', 'NATIVE']);
export const X_FRAME_OPTIONS_MODE = new Enumeration('XFrameOptionsMode', ['ALLOWALL', 'DEFAULT']);
export const CHARSET = new Enumeration('Charset', ['US_ASCII', 'UTF_8']);
export const DIGEST_ALGORITHM = new Enumeration('DigestAlgorithm', [
  'MD2',
  'MD5',
  'SHA_1',
  'SHA_256',
  'SHA_384',
  'SHA_512',
]);
