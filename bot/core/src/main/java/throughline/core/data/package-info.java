/** Plain trees as files and stores know them: scalars, sequences and mappings, each with its place. */
@NullMarked
package throughline.core.data;

import org.jspecify.annotations.NullMarked;
