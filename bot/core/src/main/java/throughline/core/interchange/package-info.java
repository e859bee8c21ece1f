/** What the records of a roadmap file mean. */
@NullMarked
package throughline.core.interchange;

import org.jspecify.annotations.NullMarked;
