/** What is said without being asked: when it falls due, whether it may be said, and the weekly nudge. */
@NullMarked
package throughline.core.ritual;

import org.jspecify.annotations.NullMarked;
