declare module 'xliff/js2xliff' {
  export default function js2xliff(document: {
    resources: Record<string, Record<string, { source: string; target?: string; note?: string }>>;
    sourceLanguage: string;
    targetLanguage: string;
  }): Promise<string>;
}

declare module 'xliff/xliff2js' {
  export default function xliff2js(text: string): Promise<{
    resources: Record<string, Record<string, { source?: unknown; target?: unknown; note?: string }>>;
    sourceLanguage: string;
    targetLanguage: string;
  }>;
}
