/** How far key results are: figures in any text, pace against time, and what the chain of metrics says. */
@NullMarked
package throughline.core.progress;

import org.jspecify.annotations.NullMarked;
