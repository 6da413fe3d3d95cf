import type { Case } from './case.ts'
import { authenticationCases } from './cases/authentication.ts'
import { gatewayCases } from './cases/gateway.ts'
import { parameterCases } from './cases/parameters.ts'

/** What every client must see; new clients run through all of it. */
export const cases: Case[] = [...gatewayCases, ...authenticationCases, ...parameterCases]
