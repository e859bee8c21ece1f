/** Turns: what came in, what is known, what follows. And the ports a turn needs. */
@NullMarked
package throughline.core.conversation;

import org.jspecify.annotations.NullMarked;
