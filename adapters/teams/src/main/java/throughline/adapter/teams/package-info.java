/** Microsoft Teams: what people do there comes in, what the bot says goes out. */
@NullMarked
package throughline.adapter.teams;

import org.jspecify.annotations.NullMarked;
