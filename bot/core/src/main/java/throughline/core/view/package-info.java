/** The roadmap as cards. */
@NullMarked
package throughline.core.view;

import org.jspecify.annotations.NullMarked;
