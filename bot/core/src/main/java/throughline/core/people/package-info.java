/** Who takes part: opaque ids, roles and accounts. Names live in an erasable record. */
@NullMarked
package throughline.core.people;

import org.jspecify.annotations.NullMarked;
