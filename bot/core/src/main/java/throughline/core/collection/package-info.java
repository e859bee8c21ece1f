/** An ordered map that shares structure between versions, so that a fold costs what changed. */
@NullMarked
package throughline.core.collection;

import org.jspecify.annotations.NullMarked;
