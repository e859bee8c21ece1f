/** The whole bot as an operator runs it: a process of its own, on a port of its own, with its own data. */
@NullMarked
package throughline.app.story;

import org.jspecify.annotations.NullMarked;
