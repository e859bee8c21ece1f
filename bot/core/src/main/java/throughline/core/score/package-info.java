/** Ways to weigh initiatives; each figure with its unit and a sentence that explains it. Nothing is summed across units. */
@NullMarked
package throughline.core.score;

import org.jspecify.annotations.NullMarked;
