package throughline.adapter.teams;

import com.microsoft.bot.restclient.credentials.ServiceClientCredentials;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import okhttp3.OkHttpClient;
import throughline.core.conversation.Addresses;
import throughline.core.conversation.Listener;
import throughline.core.delivery.Allowances;
import throughline.core.delivery.Arrivals;

/** Puts together what speaks with Teams. */
@Factory
final class TeamsFactory {
    private final OkHttpClient http = Http.client();
    private final InstantSource clock = InstantSource.system();

    /** Made at the start, so that what cannot work is told then. */
    @Context
    TeamsSettings settings(
            @Property(name = TeamsSettings.APP_ID, defaultValue = "") String appId,
            @Property(name = TeamsSettings.PASSWORD, defaultValue = "") String password,
            @Property(name = TeamsSettings.TENANT, defaultValue = "") String tenant,
            @Property(name = TeamsSettings.METADATA, defaultValue = "") String metadata,
            @Property(name = TeamsSettings.LOCAL, defaultValue = "false") boolean local,
            @Property(name = "micronaut.server.host", defaultValue = "") String host) {
        return TeamsSettings.of(new TeamsSettings.Written(appId, password, tenant, metadata, local, host));
    }

    @Singleton
    Hosts hosts(TeamsSettings settings) {
        return Hosts.of(settings);
    }

    @Singleton
    Door door(TeamsSettings settings, Hosts hosts) {
        SigningKeys keys = new SigningKeys(settings.metadata(), hosts, http, clock);
        return new Door(settings.app().map(app -> new TokenCheck(app.id(), keys, clock)), settings.local());
    }

    @Singleton
    Admission admission(TeamsSettings settings, Hosts hosts) {
        return new Admission(hosts, settings.app().map(TeamsSettings.App::tenant));
    }

    @Singleton
    References references(Addresses addresses) {
        return new References(addresses);
    }

    /** Local clients get no token: who asked for it could keep it. */
    @Singleton
    ConnectorCourier courier(TeamsSettings settings, Hosts hosts, Allowances allowances) {
        ServiceClientCredentials login = settings.app()
                .filter(app -> !settings.local())
                .<ServiceClientCredentials>map(app -> new AppLogin(app, http))
                .orElse(client -> {});
        return new ConnectorCourier(hosts, http, login, allowances);
    }

    @Singleton
    TeamsCarrier carrier(References references, Post post) {
        return new TeamsCarrier(references, post);
    }

    @Singleton
    OpenRequests requests() {
        return new OpenRequests();
    }

    @Singleton
    TeamsMessenger messenger(
            TeamsSettings settings,
            References references,
            ConnectorCourier courier,
            OpenRequests requests,
            Arrivals arrivals) {
        Roster.House house = new Roster.House(settings.app().map(TeamsSettings.App::tenant), settings.local());
        return new TeamsMessenger(
                references,
                new Roster(courier, references, house, clock),
                new Mailing(courier),
                requests,
                arrivals,
                courier);
    }

    @Singleton
    @Bean(preDestroy = "close")
    Answering answering() {
        return new Answering();
    }

    @Singleton
    Reception reception(
            Listener listener,
            TeamsMessenger messenger,
            References references,
            OpenRequests requests,
            Answering answering) {
        Invokes invokes = new Invokes(listener, messenger, references, requests, answering.threads());
        return new Reception(listener, references, invokes, answering.threads());
    }
}
