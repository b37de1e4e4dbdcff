// SpreadsheetApp: the active spreadsheet, builders of rules, and the user interface.

import type { Runtime } from '../../runtime.ts';
import { type Enumeration, Service, type Surface } from '../../service.ts';
import {
  BOOLEAN_CRITERIA,
  BORDER_STYLE,
  DATA_VALIDATION_CRITERIA,
  DIMENSION,
  PROTECTION_TYPE,
  WRAP_STRATEGY,
} from '../enumerations.ts';
import { Ui } from '../ui.ts';
import { ConditionalFormatRuleBuilder } from './conditional-format.ts';
import { DataValidationBuilder, ruleHome } from './data-validation.ts';
import type { Range } from './range.ts';
import { RichTextValueBuilder } from './rich-text.ts';
import type { Sheet } from './sheet.ts';
import { Spreadsheet } from './spreadsheet.ts';

type AppMethods =
  | 'BooleanCriteria'
  | 'BorderStyle'
  | 'DataValidationCriteria'
  | 'Dimension'
  | 'ProtectionType'
  | 'WrapStrategy'
  | 'flush'
  | 'getActive'
  | 'getActiveRange'
  | 'getActiveSheet'
  | 'getActiveSpreadsheet'
  | 'getCurrentCell'
  | 'getUi'
  | 'newConditionalFormatRule'
  | 'newDataValidation'
  | 'newRichTextValue'
  | 'setActiveRange'
  | 'setActiveSheet';

export class SpreadsheetApp
  extends Service
  implements Surface<GoogleAppsScript.Spreadsheet.SpreadsheetApp, AppMethods>
{
  override readonly serviceName = 'SpreadsheetApp';
  readonly runtime: Runtime;
  readonly spreadsheet: Spreadsheet;
  readonly ui: Ui;

  constructor(runtime: Runtime) {
    super();
    this.runtime = runtime;
    this.spreadsheet = new Spreadsheet(runtime);
    this.ui = new Ui(runtime);
  }

  get BooleanCriteria(): Enumeration {
    return BOOLEAN_CRITERIA;
  }
  get BorderStyle(): Enumeration {
    return BORDER_STYLE;
  }
  get DataValidationCriteria(): Enumeration {
    return DATA_VALIDATION_CRITERIA;
  }
  get Dimension(): Enumeration {
    return DIMENSION;
  }
  get ProtectionType(): Enumeration {
    return PROTECTION_TYPE;
  }
  get WrapStrategy(): Enumeration {
    return WRAP_STRATEGY;
  }

  getActive(): Spreadsheet {
    return this.spreadsheet;
  }
  getActiveSpreadsheet(): Spreadsheet {
    return this.spreadsheet;
  }
  getActiveSheet(): Sheet {
    return this.spreadsheet.getActiveSheet();
  }
  getActiveRange(): Range {
    return this.spreadsheet.getActiveRange();
  }
  getCurrentCell(): Range {
    return this.spreadsheet.getActiveCell();
  }
  setActiveSheet(sheet: Sheet): Sheet {
    return sheet.activate();
  }
  setActiveRange(range: Range): Range {
    return range.activate();
  }
  getUi(): Ui {
    return this.ui;
  }
  flush(): void {
    this.runtime.flush();
  }
  newDataValidation(): DataValidationBuilder {
    return new DataValidationBuilder(ruleHome(this.runtime));
  }
  newConditionalFormatRule(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder();
  }
  newRichTextValue(): RichTextValueBuilder {
    return new RichTextValueBuilder();
  }
}
