/** A text that a config asks for, and where it is written. */
export interface Asked {
  readonly value: string
  readonly place: string
}

/** A pack that was asked for, and the folder its path or name is looked up from. */
export interface PackRequest {
  readonly name: string
  readonly from: string
  /** Where a config names it. */
  readonly place?: string
  /** What the pack must be, exactly. */
  readonly version?: Asked
  readonly integrity?: Asked
  /** Who names it that is not who runs this, and so names no code: a config that came with the inputs, a result. */
  readonly namedBy?: 'config' | 'result'
}

/** A pack for the bodies of a region. */
export interface OverlayRequest extends PackRequest {
  readonly region: string
}
