import { type Call, type Matrix } from './values.ts';
type Run = (call: Call) => Matrix;
export declare const FUNCTIONS: Record<string, Run | undefined>;
export {};
