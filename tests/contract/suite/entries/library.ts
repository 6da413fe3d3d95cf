import * as client from '@tc3-edge/client'
import * as faceid from '@tc3-edge/faceid'
import * as validate from '@tc3-edge/faceid/validate'
import * as signer from '@tc3-edge/signer'
import createClient from 'openapi-fetch'
import type { Library } from '../suite.ts'

export const library: Library = { createClient, signer, client, faceid, validate }
