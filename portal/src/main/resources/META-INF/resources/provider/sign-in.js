// Fills the form with a demo sign-in and sends it; without a demo there is nothing to listen to.
for (const person of document.querySelectorAll('.signin-person')) {
  person.addEventListener('click', () => {
    document.querySelector('#username').value = person.dataset.email;
    document.querySelector('#password').value = person.dataset.password;
    document.querySelector('.signin-form').requestSubmit();
  });
}
