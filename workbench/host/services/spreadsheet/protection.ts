// Protections of ranges and sheets.

import type { Area, Protection as ProtectionState } from '../../../protocol.ts';
import type { SheetModel } from '../../model/sheet-model.ts';
import type { Runtime } from '../../runtime.ts';
import { type EnumValue, Service, type Surface } from '../../service.ts';
import { PROTECTION_TYPE } from '../enumerations.ts';

type ProtectionMethods =
  | 'canEdit'
  | 'getDescription'
  | 'getProtectionType'
  | 'getRange'
  | 'isWarningOnly'
  | 'remove'
  | 'setDescription'
  | 'setRange'
  | 'setWarningOnly';

export class Protection extends Service implements Surface<GoogleAppsScript.Spreadsheet.Protection, ProtectionMethods> {
  override readonly serviceName = 'Protection';
  readonly runtime: Runtime;
  readonly sheetModel: SheetModel;
  kept: ProtectionState;

  constructor(runtime: Runtime, sheetModel: SheetModel, kept: ProtectionState) {
    super();
    this.runtime = runtime;
    this.sheetModel = sheetModel;
    this.kept = kept;
  }

  /** Protects an area, or the whole sheet. */
  static add(runtime: Runtime, sheetModel: SheetModel, area: Area | undefined): Protection {
    const kept: ProtectionState = { description: '', warningOnly: false };
    if (area) kept.area = area;
    sheetModel.protections.push(kept);
    sheetModel.told();
    return new Protection(runtime, sheetModel, kept);
  }

  canEdit(): boolean {
    return this.kept.isClosed !== true;
  }
  getDescription(): string {
    return this.kept.description;
  }
  setDescription(description: string): this {
    this.kept.description = description;
    this.sheetModel.told();
    return this;
  }
  isWarningOnly(): boolean {
    return this.kept.warningOnly;
  }
  setWarningOnly(warningOnly: boolean): this {
    this.kept.warningOnly = warningOnly;
    this.sheetModel.told();
    return this;
  }
  getProtectionType(): EnumValue {
    return PROTECTION_TYPE.of(this.kept.area ? 'RANGE' : 'SHEET');
  }
  getRange(): Service {
    return this.runtime.handles.range(this.sheetModel, this.kept.area ?? this.sheetModel.area);
  }
  setRange(range: Service & { readonly area: Area }): this {
    this.kept.area = range.area;
    this.sheetModel.told();
    return this;
  }
  remove(): void {
    this.sheetModel.protections = this.sheetModel.protections.filter((other) => other !== this.kept);
    this.sheetModel.told();
  }
}
