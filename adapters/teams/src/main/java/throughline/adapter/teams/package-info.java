/** Microsoft Teams: what people do there comes in, what the bot says goes out. Nothing of it exists until Teams is set up. */
@Configuration
@Requires(condition = SetUp.class)
@NullMarked
package throughline.adapter.teams;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
