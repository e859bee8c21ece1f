package throughline.adapter.slack;

import com.slack.api.bolt.App;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.condition.Condition;
import io.micronaut.context.condition.ConditionContext;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import throughline.core.conversation.Listener;
import throughline.core.delivery.Allowances;
import throughline.core.delivery.Arrivals;
import throughline.core.delivery.Waits;

/** Puts the adapter together, once Slack is set up. Nothing here asks Slack anything. */
@Factory
@Requires(condition = SlackFactory.IsSetUp.class)
final class SlackFactory {
    static final String SIGNING_SECRET = "slack.signing-secret";
    static final String APP_TOKEN = "slack.app-token";

    private static final Logger LOG = System.getLogger(SlackFactory.class.getName());
    private static final InstantSource CLOCK = InstantSource.system();

    /** Whether Slack can reach us in either way. */
    static final class IsSetUp implements Condition {
        @Override
        @SuppressWarnings("rawtypes") // The interface has it so.
        public boolean matches(ConditionContext context) {
            return context.containsProperty(SIGNING_SECRET) || context.containsProperty(APP_TOKEN);
        }
    }

    @Singleton
    SlackSettings settings(
            @Property(name = SIGNING_SECRET, defaultValue = "") String secrets,
            @Property(name = "slack.bot-token", defaultValue = "") String botToken,
            @Property(name = APP_TOKEN, defaultValue = "") String appToken,
            @Property(name = "slack.api-url", defaultValue = SlackSettings.SLACK) String api) {
        SlackSettings settings = SlackSettings.of(secrets, botToken, appToken, api);
        if (settings.botToken().isEmpty()) {
            LOG.log(
                    Level.WARNING,
                    "SLACK_BOT_TOKEN is not given: in Slack, commands and buttons are answered, mentions and messages are not, "
                            + "and everybody sees the public view only");
        }
        return settings;
    }

    @Singleton
    @Bean(preDestroy = "close")
    Api api(SlackSettings settings, Allowances allowances, Waits waits) {
        return new Api(settings, allowances, waits.call());
    }

    @Singleton
    Signatures signatures(SlackSettings settings) {
        return new Signatures(settings.secrets(), CLOCK);
    }

    @Singleton
    Directory directory(Api api) {
        return new Directory(api, CLOCK);
    }

    @Singleton
    ReturnPaths paths(SlackSettings settings, Api api) {
        return new ReturnPaths(settings, api.http(), CLOCK);
    }

    @Singleton
    Waiting waiting() {
        return new Waiting();
    }

    @Singleton
    @Bean(preDestroy = "close")
    Work work() {
        return new Work();
    }

    @Singleton
    SlackMessenger messenger(
            Api api, Directory directory, ReturnPaths paths, Waiting waiting, Arrivals arrivals, SlackCarrier carrier) {
        return new SlackMessenger(api, directory, paths, waiting, CLOCK, arrivals, carrier);
    }

    /** How much Slack lets us say and ask a minute, altogether; what is no operator's wish stays as Slack documents it. */
    @Singleton
    SlackCarrier carrier(
            Api api,
            @Property(name = "slack.posts-per-minute", defaultValue = "300") int posts,
            @Property(name = "slack.asks-per-minute", defaultValue = "45") int asks) {
        return new SlackCarrier(api, posts, asks);
    }

    @Singleton
    Desk desk(Listener listener, SlackMessenger messenger, Directory directory, Waiting waiting, Work work) {
        return new Desk(listener, messenger, directory, waiting, work);
    }

    @Singleton
    @Bean(preDestroy = "stop")
    App app(Api api, ReturnPaths paths, Desk desk) {
        return Workspace.app(api, new Mapper(paths), desk);
    }

    @Singleton
    Door door(App app) {
        return new Door(app);
    }

    @Singleton
    @Bean(preDestroy = "close")
    @Requires(property = APP_TOKEN)
    SocketModeStart socketMode(SlackSettings settings, Api api, Door door) {
        String token = settings.appToken().orElseThrow();
        return new SocketModeStart(new SocketMode(api, token, door, SocketMode.Rhythm.USUAL));
    }
}
