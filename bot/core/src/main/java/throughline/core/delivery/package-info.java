/** What must arrive, once: written down first, sent by one at a time, looked for before it is sent again. */
@NullMarked
package throughline.core.delivery;

import org.jspecify.annotations.NullMarked;
