/** The named members of an object, those that it lacks left out: an absent member stays absent. */
export function pick<Whole extends object, Member extends keyof Whole>(
	whole: Whole,
	...members: readonly Member[]
): Pick<Whole, Member> {
	const present = members.filter((member) => Object.hasOwn(whole, member) && whole[member] !== undefined);
	// Only members of `whole` are copied, and one that is left out was optional there.
	return Object.fromEntries(present.map((member) => [member, whole[member]])) as Pick<Whole, Member>;
}
