import * as client from '@tc3-edge/client'
import * as faceid from '@tc3-edge/faceid'
import * as validate from '@tc3-edge/faceid/validate'
import * as signer from '@tc3-edge/signer'
import type { Library } from '../suite.ts'

export const library: Library = { signer, client, faceid, validate }
