import type { ReactNode } from 'react';
import type { ChoicePage, LineWords, OfferWords } from './model';

export function ChoicePageView({ page, problem }: { page: ChoicePage; problem: string }) {
  const leaving = page.lines.filter((line) => line.undo);
  const choosable = page.lines.filter((line) => line.choosable);
  const rest = page.lines.filter((line) => !line.choosable && !line.undo);
  return (
    <Frame shopName={page.shopName}>
      <p className="order">Order {page.orderName}</p>
      <h1>{page.heading}</h1>
      <p>{page.intro}</p>
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <Lines title="You asked us to cancel" lines={leaving} together={page.cancelsWhole} />
      <section className="money" aria-labelledby="money">
        <h2 id="money">Your money</h2>
        <p>{page.money}</p>
      </section>
      {choosable.length > 0 && <ChoiceForm page={page} lines={choosable} />}
      {page.offers.map((offer) => (
        <Offer key={offer.action} offer={offer} />
      ))}
      <Lines
        title={choosable.length + leaving.length > 0 ? 'The rest of your order' : 'Your order'}
        lines={rest}
      />
    </Frame>
  );
}

/** What can be cancelled only together is taken back together: one button stands for all of it. */
function Lines({
  title,
  lines,
  together = false,
}: {
  title: string;
  lines: readonly LineWords[];
  together?: boolean;
}) {
  if (lines.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul className="lines">
        {lines.map((line, place) => (
          <li key={line.id} className={`line ${line.tone}`}>
            <Words line={line} />
            {line.undo && (place === 0 || !together) && <Undo line={line} together={together} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function ChoiceForm({ page, lines }: { page: ChoicePage; lines: readonly LineWords[] }) {
  const [only, ...others] = lines;
  const several = others.length > 0;
  const ticked = several && !page.cancelsWhole;
  const hidden = ticked || only === undefined ? [] : lines;
  return (
    <form method="post">
      <fieldset>
        <legend>
          {ticked ? 'Tick the items that you mean' : several ? 'Your items' : 'Your item'}
        </legend>
        <ul className="lines">
          {lines.map((line) => (
            <li key={line.id} className={`line ${line.tone}`}>
              {ticked ? (
                <label className="tick">
                  <input type="checkbox" name="lineIds" value={line.id} />
                  <Words line={line} />
                </label>
              ) : (
                <Words line={line} />
              )}
            </li>
          ))}
        </ul>
      </fieldset>
      {hidden.map((line) => (
        <input key={line.id} type="hidden" name="lineIds" value={line.id} />
      ))}
      <div className="buttons">
        {page.canKeep && (
          <button className="keep" name="action" value="keep">
            {ticked ? 'Keep waiting for these' : 'I’ll wait'}
          </button>
        )}
        {page.canCancel && (
          <button className="cancel" name="action" value="cancel">
            {cancelWords(ticked, page.cancelsWhole)}
          </button>
        )}
      </div>
    </form>
  );
}

const cancelWords = (ticked: boolean, whole: boolean): string =>
  whole ? 'Cancel the whole order' : ticked ? 'Cancel these' : 'Cancel this item';

function Words({ line }: { line: LineWords }) {
  return (
    <span className="words">
      <strong>
        {line.quantity > 1 && `${line.quantity} × `}
        {line.title}
      </strong>
      {line.status.map((status) => (
        <span key={status}>{status}</span>
      ))}
    </span>
  );
}

function Undo({ line, together }: { line: LineWords; together: boolean }) {
  return (
    <form method="post" className="undo">
      <input type="hidden" name="lineIds" value={line.id} />
      <button
        className="keep"
        name="action"
        value="undo"
        aria-label={together ? 'Don’t cancel the order' : `Don’t cancel it: ${line.title}`}
      >
        {together ? 'Don’t cancel the order' : 'Don’t cancel it'}
      </button>
    </form>
  );
}

function Offer({ offer }: { offer: OfferWords }) {
  return (
    <section className="offer">
      <h2>{offer.title}</h2>
      <p>{offer.words}</p>
      <form method="post">
        <input type="hidden" name="amount" value={offer.amount} />
        <div className="buttons">
          <button className="agree" name="action" value={offer.action}>
            {offer.button}
          </button>
        </div>
      </form>
    </section>
  );
}

export function NoSuchLink() {
  return (
    <Frame shopName={null}>
      <h1>This link doesn’t work any more</h1>
      <p>
        It may have been replaced by a newer one, or copied in part. Please open the link in the
        latest mail about your order, or reply to that mail: a person will read it.
      </p>
    </Frame>
  );
}

function Frame({ shopName, children }: { shopName: string | null; children: ReactNode }) {
  return (
    <div className="page">
      {shopName && <header>{shopName}</header>}
      <main>{children}</main>
    </div>
  );
}
