/** Reads of the log: what takes a commit back, what differs between two days, what slipped, and words taken out for good. */
@NullMarked
package throughline.core.history;

import org.jspecify.annotations.NullMarked;
