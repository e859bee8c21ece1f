/** The strategy stack and the facts it is folded from. */
@NullMarked
package throughline.core.intake;

import org.jspecify.annotations.NullMarked;
