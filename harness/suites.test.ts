import { conformance } from "swf-conformance/vitest";

// The reference model passes every scenario, through the door that everybody else goes through.
conformance();
