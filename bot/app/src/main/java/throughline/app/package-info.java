/** The executable: settings, wiring, clocks and what an operator sees. */
@NullMarked
package throughline.app;

import org.jspecify.annotations.NullMarked;
