import { pick } from "../wire/pick.ts";
import type { Value } from "../wire/value.ts";
import type { Domain, Model } from "./model.ts";

/** The form of a domain's ARN, slash before "domain" and all, is as observed on the live service. */
const arnPrefix = ({ settings }: Model): string => `arn:aws:swf:${settings.region}:${settings.account}:/domain/`;

/** The ARN of the domain of this name, whether there is one or not. */
export const domainArn = (model: Model, name: string): string => `${arnPrefix(model)}${name}`;

/** What the service tells about a domain. */
export const domainInfo = (model: Model, domain: Domain): Value<"DomainInfo"> => ({
	...pick(domain, "name", "status", "description"),
	arn: domainArn(model, domain.name),
});

/** The domain that an ARN names: domains are the only resources of SWF. */
export function findDomainByArn(model: Model, arn: string): Domain | undefined {
	const prefix = arnPrefix(model);
	return arn.startsWith(prefix) ? model.domains.get(arn.slice(prefix.length)) : undefined;
}
