// The services that a script finds under global names.

import type { Runtime } from '../runtime.ts';
import type { Service } from '../service.ts';
import { Drive } from './drive.ts';
import { HtmlService } from './html.ts';
import { LockService } from './lock.ts';
import { SpreadsheetApp } from './spreadsheet/spreadsheet-app.ts';
import { CacheService, PropertiesService } from './storage.ts';
import { ABSENT_SERVICES, AbsentService, Logger, ScriptApp, Session, Utilities } from './utilities.ts';

/** By global name; `Drive` only if the manifest enables the advanced service. */
export function createServices(runtime: Runtime, print: (text: string) => void): Record<string, Service> {
  const services: Record<string, Service> = {
    SpreadsheetApp: new SpreadsheetApp(runtime),
    HtmlService: new HtmlService(runtime),
    PropertiesService: new PropertiesService(runtime),
    CacheService: new CacheService(runtime),
    LockService: new LockService(runtime),
    Utilities: new Utilities(runtime),
    Session: new Session(runtime),
    ScriptApp: new ScriptApp(),
    Logger: new Logger(print),
  };
  for (const name of ABSENT_SERVICES) services[name] = new AbsentService(name);
  if (runtime.manifest.advancedServices.includes('Drive')) services.Drive = new Drive(runtime);
  return services;
}
