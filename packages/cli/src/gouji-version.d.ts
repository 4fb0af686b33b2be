/** This program's version, put in by the build. */
declare const GOUJI_VERSION: string
