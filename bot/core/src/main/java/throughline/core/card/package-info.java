/** What the bot means to say, without a platform's words. */
@NullMarked
package throughline.core.card;

import org.jspecify.annotations.NullMarked;
