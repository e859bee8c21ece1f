/** Decisions about requests: what brings one back to its decider, who decides what next, and what it costs to decide in a hurry. */
@NullMarked
package throughline.core.decision;

import org.jspecify.annotations.NullMarked;
