/** The quarterly review: what came of each initiative, whether promises came true, and how far the plan drifted. */
@NullMarked
package throughline.core.review;

import org.jspecify.annotations.NullMarked;
